import { startSilence } from '@/pages/silence';

const main = document.querySelector('main');
if (main !== null) void startSilence(main);
