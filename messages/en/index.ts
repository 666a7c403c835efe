import layout from "./layout.json";

export const en = { layout };
