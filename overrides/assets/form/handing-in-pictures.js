// Drawings of where to click at a code host, in the colours of the page: not pictures of screens, which change and speak one language.
import { drawing } from "./handing-in-parts.js";

const rect = (x, y, width, height, look, more = {}) => ["rect", { x, y, width, height, class: look, ...more }];
const path = (d, look) => ["path", { d, class: look }];
const window_ = [rect(2, 2, 236, 128, "p-sheet", { rx: 6 }), path("M2 22H238", "p-line"), rect(12, 9, 90, 7, "p-soft", { rx: 3 })];

// Lines of text from a height down, of the widths given.
const rows = (top, widths, look = "p-soft", left = 40) => widths.map((width, place) => rect(left, top + place * 14, width, 6, look, { rx: 3 }));
const numbers = (top, count) => rows(top, Array(count).fill(10), "p-faint", 18);
// A hand that points: its finger ends at the place given.
const hand = (x, y) => path(`M${x} ${y}l0 20l5-5l4 9l5-2l-4-9l7-1z`, "p-hand");

const shapes = {
  copy: [
    rect(62, 18, 78, 96, "p-sheet", { rx: 4 }),
    ...rows(34, [48, 56, 40, 52], "p-soft", 74),
    rect(104, 32, 78, 96, "p-sheet", { rx: 4 }),
    ...rows(48, [48, 56, 40, 52], "p-mark", 116),
    hand(176, 88),
  ],
  open: [...window_, ...numbers(36, 6), ...rows(36, [120, 90, 140, 110, 130, 80]), rect(14, 60, 216, 14, "p-lit"), path("M200 34l10-10l8 8l-10 10h-8z", "p-mark"), hand(206, 44)],
  replace: [...window_, ...numbers(36, 6), ...rows(36, [120]), rect(34, 46, 190, 48, "p-lit"), ...rows(50, [90, 140, 110], "p-mark"), ...rows(106, [130]), path("M228 46v48", "p-caret")],
  end: [...window_, ...numbers(36, 6), ...rows(36, [120, 90, 140]), rect(34, 88, 190, 34, "p-lit"), ...rows(94, [100, 130], "p-mark"), path("M12 84H228", "p-dash")],
  begin: [...window_, rect(18, 32, 150, 14, "p-field", { rx: 3 }), ...rows(36, [100], "p-mark", 24), ...rows(58, [120, 150, 90, 140], "p-mark", 24)],
  upload: [...window_, rect(26, 34, 188, 84, "p-drop", { rx: 6 }), rect(104, 50, 32, 40, "p-sheet", { rx: 2 }), ...rows(58, [18, 18], "p-mark", 111), path("M120 112V96m-7 7l7-8l7 8", "p-caret"), hand(140, 84)],
  propose: [
    ...window_,
    rect(50, 32, 140, 92, "p-sheet", { rx: 4 }),
    ...rows(44, [90], "p-soft", 62),
    ["circle", { cx: 67, cy: 66, r: 4, class: "p-field" }],
    ...rows(63, [80], "p-soft", 78),
    ["circle", { cx: 67, cy: 82, r: 4, class: "p-field" }],
    ["circle", { cx: 67, cy: 82, r: 2, class: "p-mark" }],
    ...rows(79, [100], "p-mark", 78),
    rect(118, 98, 62, 16, "p-button", { rx: 3 }),
    hand(160, 106),
  ],
  send: [rect(50, 30, 140, 86, "p-sheet", { rx: 4 }), path("M50 34l70 46l70-46", "p-line"), rect(150, 84, 54, 34, "p-lit", { rx: 3 }), ...rows(92, [36, 28], "p-mark", 158)],
};

/** Gives the drawing of a step, named for who does not see it. @param {(key: string) => string} say */
export const pictured = (say, step) => drawing(say(`picture_${step}`), shapes[step]);
