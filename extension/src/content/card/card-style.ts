/** The looks of card and note: warm, quiet, one accent; light and dark, forced colours and reduced motion. Contrast is at least 4.5. */

const COLOURS = `
.card {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #2b2622; --soft: #655c54; --edge: #e6ddd3; --field: #8f847a; --wash: #f6f1eb; --accent: #a8442a; --tone: #1f6397;
  --shadow: 0 1px 2px rgb(43 39 35 / 8%), 0 10px 30px rgb(43 39 35 / 16%);
}
.card.medium { --tone: #8a5604; }
.card.high { --tone: #b3213c; }
@media (prefers-color-scheme: dark) {
  .card { --paper: #26221f; --ink: #f3ece5; --soft: #bcb0a5; --edge: #453e38; --field: #8f847a; --wash: #332d28; --accent: #f0a384; --tone: #8cc4ee;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 10px 30px rgb(0 0 0 / 50%); }
  .card.medium { --tone: #f0be6a; }
  .card.high { --tone: #ff98a6; }
}`;

const FRAME = `
.card {
  box-sizing: border-box; display: flex; flex-direction: column; width: min(356px, calc(100vw - 16px));
  padding: 10px 16px 8px; border: 1px solid var(--edge); border-radius: 12px; overflow: hidden;
  background: var(--paper); color: var(--ink); box-shadow: var(--shadow);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; text-align: start;
  letter-spacing: normal; word-spacing: normal; overflow-wrap: anywhere; hyphens: auto; hyphenate-limit-chars: 14 4 4;
}
.head { display: flex; flex: none; align-items: center; gap: 4px; margin-inline-end: -8px; }
.kind { display: flex; flex: 1; align-items: flex-start; gap: 7px; margin: 0; padding: 4px 0; color: var(--tone); font-size: 12px; line-height: 1.4; font-weight: 600; }
.kind .icon { margin-top: 1px; }
.words { display: flex; flex-wrap: wrap; gap: 0 7px; }
.category { color: var(--soft); font-weight: 400; }
.walk { display: flex; flex: none; align-items: center; }
.place { min-width: 34px; color: var(--soft); font-size: 12px; text-align: center; font-variant-numeric: tabular-nums; }
.line { flex: none; height: 0; margin: 5px 0 0; border: 0; border-top: 2px dotted var(--tone); }
.medium .line { border-top: 3px double var(--tone); }
.high .line { border-top: 2px solid var(--tone); }
.body { flex: 0 1 auto; min-height: 0; margin: 0 -16px; padding: 11px 16px 10px; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; }
h2 { margin: 0 0 4px; font-size: 15px; line-height: 1.35; font-weight: 650; letter-spacing: -0.005em; }
p { margin: 0; }
.advice { margin-top: 8px; }
.label { margin: 12px 0 6px; color: var(--soft); font-size: 12px; }
.why { margin-top: 12px; color: var(--soft); font-size: 12px; }
.further { display: flex; flex-wrap: wrap; gap: 2px 16px; margin-top: 10px; }
.verbs { display: grid; flex: none; grid-template-columns: auto 1fr; place-items: center start; gap: 0 18px; margin: 0 -16px; padding: 8px 16px 0; border-top: 1px solid var(--edge); }`;

const CONTROLS = `
button, a { font: inherit; color: inherit; cursor: pointer; }
button { padding: 0; border: 0; background: none; }
.step, .close, .copy { display: grid; flex: none; place-items: center; width: 28px; height: 28px; border-radius: 8px; color: var(--soft); }
.step { width: 24px; }
.step:hover, .close:hover, .copy:hover { background: var(--wash); color: var(--ink); }
.chips { display: flex; flex-direction: column; gap: 6px; margin: 0; padding: 0; list-style: none; }
.chips li { display: flex; align-items: center; gap: 4px; }
.copy { margin-inline-end: -6px; }
.chip { display: flex; flex: 1; align-items: flex-start; gap: 8px; min-height: 32px; padding: 5px 11px; border: 1px solid transparent;
  border-radius: 9px; background: var(--wash); text-align: start; }
.chip .icon { margin-top: 3px; color: var(--accent); }
.chip:hover { border-color: var(--accent); }
.wording { display: block; hyphens: manual; }
.instead { display: block; color: var(--accent); font-size: 13px; font-weight: 600; }
.chip[aria-busy="true"] { color: var(--soft); cursor: progress; }
[hidden] { display: none; }
.result:not(:empty) { margin-top: 8px; font-size: 13px; }
.more { display: inline-flex; align-items: center; gap: 6px; min-height: 24px; color: var(--accent); font-size: 13px; text-align: start;
  text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
.more:hover, .quiet:hover { text-decoration-thickness: 2px; }
.dismiss, .way-back { min-height: 30px; padding: 4px 12px; border: 1px solid var(--field); border-radius: 8px; font-size: 13px; font-weight: 600; }
.dismiss:hover, .way-back:hover { background: var(--wash); }
.dismiss { grid-row: span 2; min-height: 34px; margin: 2px 0; }
.quiet { min-height: 26px; color: var(--soft); font-size: 12px; text-align: start; text-decoration: underline;
  text-decoration-color: var(--edge); text-underline-offset: 3px; }
.quiet:hover { color: var(--ink); text-decoration-color: currentColor; }
.icon { flex: none; width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.body:focus-visible { outline-offset: -2px; }`;

const NOTE = `
.note { flex-flow: row wrap; align-items: center; gap: 6px 10px; width: fit-content; max-width: min(356px, calc(100vw - 16px)); padding: 8px 14px; font-size: 13px; }
.note .icon { color: var(--soft); }
.says { flex: 1 1 auto; max-width: calc(100% - 24px); }
.way-back { margin-inline-end: -6px; }`;

/** Low views (400 % zoom, small frames): everything scrolls, so that head and verbs do not take all the room. */
const CIRCUMSTANCES = `
@media (max-height: 440px) {
  .card { display: block; overflow: auto; }
  .body { overflow: visible; }
  .note { display: flex; }
}
@media (max-width: 360px) {
  .verbs { display: flex; flex-wrap: wrap; gap: 2px 14px; }
}
@media (forced-colors: active) {
  .card, .chip, .dismiss, .way-back { border: 1px solid CanvasText; }
  .line { border-top-color: CanvasText; }
  .icon { color: inherit; }
  .chip .icon, .note .icon { color: CanvasText; }
  .chip:hover, .dismiss:hover, .way-back:hover { border-color: Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear 140ms ease-out; }
  button { transition: background-color 120ms, border-color 120ms; }
  @keyframes appear { from { opacity: 0; transform: translateY(3px); } }
}`;

export const CARD_CSS = `${COLOURS}${FRAME}${CONTROLS}${NOTE}${CIRCUMSTANCES}`;
