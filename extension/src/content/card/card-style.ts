/** The card's looks: warm, quiet, one accent; light and dark, forced colours and reduced motion. Contrast is at least 4.5. */

export const CARD_CSS = `
:host { color-scheme: light dark; }
.card {
  --paper: #ffffff; --ink: #2b2622; --soft: #655c54; --edge: #e6ddd3; --wash: #f5f0ea; --accent: #a8442a; --tone: #1f6397;
  box-sizing: border-box; width: min(340px, calc(100vw - 16px)); overflow: auto; overscroll-behavior: contain;
  padding: 14px 16px 12px; border: 1px solid var(--edge); border-radius: 12px;
  background: var(--paper); color: var(--ink);
  box-shadow: 0 1px 2px rgb(43 39 35 / 8%), 0 10px 30px rgb(43 39 35 / 16%);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; text-align: start; overflow-wrap: anywhere;
}
.card.medium { --tone: #8a5604; }
.card.high { --tone: #b3213c; }
@media (prefers-color-scheme: dark) {
  .card { --paper: #26221f; --ink: #f3ece5; --soft: #bcb0a5; --edge: #453e38; --wash: #36302b; --accent: #f0a384; --tone: #8cc4ee;
    box-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 10px 30px rgb(0 0 0 / 50%); }
  .card.medium { --tone: #f0be6a; }
  .card.high { --tone: #ff98a6; }
}
.kind { display: flex; align-items: center; gap: 6px; margin: 0; padding-inline-end: 32px; color: var(--tone); font-size: 12px; font-weight: 600; }
.kind .category { color: var(--soft); font-weight: 400; }
.line { height: 0; margin: 9px 0 11px; border: 0; border-top: 2px dotted var(--tone); }
.medium .line { border-top: 3px double var(--tone); }
.high .line { border-top: 2px solid var(--tone); }
h2 { margin: 0 0 4px; font-size: 15px; line-height: 1.35; font-weight: 650; letter-spacing: -0.005em; }
p { margin: 0; }
.advice { margin-top: 8px; }
.label { margin: 12px 0 6px; color: var(--soft); font-size: 12px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; margin: 0; padding: 0; list-style: none; }
button, a { font: inherit; color: inherit; cursor: pointer; }
.chip { display: inline-flex; align-items: center; gap: 7px; min-height: 30px; padding: 4px 10px; border: 1px solid transparent;
  border-radius: 15px; background: var(--wash); text-align: start; }
.chip .icon { color: var(--accent); }
.chip:hover { border-color: var(--accent); }
.why { margin-top: 12px; color: var(--soft); font-size: 12px; }
.actions { display: flex; align-items: center; justify-content: space-between; gap: 12px; margin-top: 14px; }
.dismiss { min-height: 30px; padding: 4px 12px; border: 1px solid var(--edge); border-radius: 8px; background: transparent; font-size: 13px; }
.dismiss:hover { background: var(--wash); }
.more { display: inline-flex; align-items: center; gap: 5px; min-height: 24px; color: var(--accent); font-size: 13px; text-underline-offset: 2px; }
.close { position: absolute; top: 9px; inset-inline-end: 9px; display: grid; place-items: center; width: 28px; height: 28px; padding: 0;
  border: 0; border-radius: 8px; background: transparent; color: var(--soft); }
.close:hover { background: var(--wash); color: var(--ink); }
.icon { flex: none; width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (forced-colors: active) {
  .card, .chip, .dismiss { border: 1px solid CanvasText; }
  .line { border-top-color: CanvasText; }
}
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear 140ms ease-out; }
  .chip, .dismiss, .close { transition: background-color 120ms, border-color 120ms; }
  @keyframes appear { from { opacity: 0; transform: translateY(3px); } }
}
`;
