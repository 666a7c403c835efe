import activity from "./activity.json";
import attackers from "./attackers.json";
import changePassword from "./change-password.json";
import charts from "./charts.json";
import event from "./event.json";
import eventPanel from "./event-panel.json";
import events from "./events.json";
import format from "./format.json";
import jobs from "./jobs.json";
import keyboard from "./keyboard.json";
import layout from "./layout.json";
import overview from "./overview.json";
import palette from "./palette.json";
import queryBar from "./query-bar.json";
import queueTools from "./queue-tools.json";
import settings from "./settings.json";
import signIn from "./sign-in.json";
import sources from "./sources.json";
import triage from "./triage.json";
import ui from "./ui.json";
import valueMenu from "./value-menu.json";

export const en = {
  activity,
  attackers,
  charts,
  event,
  events,
  format,
  jobs,
  keyboard,
  layout,
  overview,
  palette,
  settings,
  sources,
  triage,
  ui,
  "change-password": changePassword,
  "event-panel": eventPanel,
  "query-bar": queryBar,
  "queue-tools": queueTools,
  "sign-in": signIn,
  "value-menu": valueMenu,
};
