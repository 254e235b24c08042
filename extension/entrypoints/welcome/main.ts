import { startWelcome } from '@/pages/welcome';

const main = document.querySelector('main');
if (main !== null) void startWelcome(main);
