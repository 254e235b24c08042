import { startOptions } from '@/pages/options';

const main = document.querySelector('main');
if (main !== null) void startOptions(main);
