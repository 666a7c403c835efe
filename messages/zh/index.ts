import keyboard from "./keyboard.json";
import layout from "./layout.json";
import palette from "./palette.json";

export const zh = { keyboard, layout, palette };
