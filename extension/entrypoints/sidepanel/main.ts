import { startPanel } from '@/pages/panel';

const main = document.querySelector('main');
if (main !== null) void startPanel(main);
