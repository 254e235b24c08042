/**
 * The looks of sign and reminder: quiet on the page they are in, light or dark as that page is, and not like the card.
 * Contrast of every text is at least 4.5.
 */

const COLOURS = `
  --paper: #fffdfb; --ink: #2b2622; --soft: #655c54; --edge: #e2d9cf; --wash: #fdf3ea; --wash-edge: #f0d9c6; --accent: #a8442a; --tone: #655c54;`;

const DARK_COLOURS = `
  --paper: #26221f; --ink: #f3ece5; --soft: #bcb0a5; --edge: #453e38; --wash: #3a2b22; --wash-edge: #57402f; --accent: #f0a384; --tone: #bcb0a5;`;

const SHARED = `
.away { visibility: hidden; opacity: 0; }
.icon { flex: none; width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }
button { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

export const SIGN_CSS = `${SHARED}
.sign {${COLOURS}
  box-sizing: border-box; display: inline-flex; align-items: center; gap: 5px; max-width: min(400px, calc(100vw - 16px)); height: 24px;
  margin: 0; padding: 0 9px 0 7px; border: 1px solid var(--edge); border-radius: 12px; background: var(--paper); color: var(--soft);
  font: 500 12px/1 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; text-align: start; cursor: default;
}
.sign.dark {${DARK_COLOURS} }
.low { --tone: #1f6397; } .medium { --tone: #8a5604; } .high { --tone: #b3213c; }
.dark.low { --tone: #8cc4ee; } .dark.medium { --tone: #f0be6a; } .dark.high { --tone: #ff98a6; }
.low, .medium, .high { border-color: color-mix(in srgb, var(--tone) 45%, var(--edge)); cursor: pointer; }
.shape { color: var(--tone); }
.quiet .shape, .trouble .shape { display: none; }
.words { overflow: hidden; line-height: 16px; text-overflow: ellipsis; white-space: nowrap; }
.trouble { border-style: dashed; border-color: var(--soft); }
.low:hover, .medium:hover, .high:hover { border-color: var(--tone); color: var(--ink); }
@media (forced-colors: active) { .sign { border-color: CanvasText; } .sign .icon { color: CanvasText; } }
@media (prefers-reduced-motion: no-preference) { .sign { transition: opacity 200ms ease-out, border-color 200ms, color 120ms; } }
`;

export const LINE_CSS = `${SHARED}
.line {${COLOURS}
  box-sizing: border-box; display: grid; grid-template-columns: auto 1fr auto; align-items: center; gap: 0 9px; width: max-content;
  padding: 4px 4px 4px 12px; border: 1px solid var(--wash-edge); border-radius: 10px; background: var(--wash); color: var(--ink);
  box-shadow: 0 4px 14px rgb(43 39 35 / 10%);
  font: 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; text-align: start; overflow-wrap: anywhere;
}
.line.dark {${DARK_COLOURS} box-shadow: 0 4px 14px rgb(0 0 0 / 40%); }
.line > .icon { color: var(--accent); }
.text { padding: 3px 0; }
.hide { display: grid; place-items: center; width: 28px; height: 28px; padding: 0; border: 0; border-radius: 8px; background: transparent; color: var(--soft); cursor: pointer; }
.hide:hover { background: var(--paper); color: var(--ink); }
.notice { grid-column: 2 / -1; display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; padding: 0 8px 4px 0; color: var(--soft); font-size: 12px; }
.less { min-height: 24px; padding: 0; border: 0; background: transparent; color: var(--accent); text-decoration: underline; text-underline-offset: 2px; cursor: pointer; }
.fading { opacity: 0; }
@media (forced-colors: active) { .line { border-color: CanvasText; } .line .icon { color: CanvasText; } }
@media (prefers-reduced-motion: no-preference) {
  .line { transition: opacity 400ms ease-out; }
  .hide { transition: background-color 120ms; }
}
`;
