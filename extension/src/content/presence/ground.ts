/** Whether a place in the page is dark: networks have looks of their own, which need not be the browser's. */
import { elementsAround } from '@/content/composed-tree';

/** Of 255; the brightness by which people tell light from dark. Source: W3C, "Techniques For Accessibility Evaluation", 2000. */
const HALF_BRIGHT = 128;

export function isOnDark(element: HTMLElement): boolean {
  for (const around of elementsAround(element)) {
    const brightness = brightnessOf(getComputedStyle(around).backgroundColor);
    if (brightness !== null) return brightness < HALF_BRIGHT;
  }
  const scheme = getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  if (!scheme.includes('dark')) return false;
  return !scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}

/** 0 to 255; null for what is mostly transparent, and for colours that are not computed to red, green and blue. */
function brightnessOf(colour: string): number | null {
  const [red, green, blue, alpha = 1] = /^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []).map(Number) : [];
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  return (red * 299 + green * 587 + blue * 114) / 1000;
}
