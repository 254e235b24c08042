/** The person's own figures: three numbers, what became of what was shown, and the switch that ends the counting. */
import { COUNTED } from '@/shared/messages';
import { eraseFigures, loadFigures, type Figures } from '@/shared/storage/figure-store';
import { loadSettings } from '@/shared/storage/settings-store';
import { element, words } from '@/pages/element';
import { pageLanguage } from '@/pages/language';
import { pagePart, type PagePart } from '@/pages/page-part';
import { settingRow } from '@/pages/settings/row';
import { erasure } from './erasure';

export const figuresPart = (): PagePart =>
  pagePart({
    id: 'figures',
    title: 'stored_figures',
    load: async () => ({ figures: await loadFigures(), loaded: await loadSettings() }),
    draw: ({ figures, loaded }, refresh) => [...figuresContent(figures, refresh), settingRow('figures', loaded)],
  });

function figuresContent(figures: Figures, refresh: () => void): Node[] {
  if (figures.since === null) return [element('p', {}, words('stored_figures_none'))];
  const day = new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(figures.since));
  return [
    element('p', {}, words('stored_figures_since', day)),
    element('dl', { class: 'figures' }, ...COUNTED.map((what) => figure(what, figures[what]))),
    element('p', { class: 'note' }, words('stored_figures_note')),
    erasure(words('stored_figures'), 'erase-own-figures', () => void eraseFigures().then(refresh)),
  ];
}

const figure = (what: (typeof COUNTED)[number], count: number): HTMLElement =>
  element(
    'div',
    { 'data-what': what },
    element('dt', {}, words(`stored_figures_${what}`)),
    element('dd', {}, new Intl.NumberFormat(pageLanguage()).format(count)),
  );
