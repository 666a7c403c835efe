import changePassword from "./change-password.json";
import charts from "./charts.json";
import event from "./event.json";
import events from "./events.json";
import format from "./format.json";
import keyboard from "./keyboard.json";
import layout from "./layout.json";
import overview from "./overview.json";
import palette from "./palette.json";
import signIn from "./sign-in.json";
import sources from "./sources.json";
import ui from "./ui.json";

export const en = {
  charts,
  event,
  events,
  format,
  keyboard,
  layout,
  overview,
  palette,
  sources,
  ui,
  "change-password": changePassword,
  "sign-in": signIn,
};
