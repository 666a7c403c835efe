import layout from "./layout.json";

export const zh = { layout };
