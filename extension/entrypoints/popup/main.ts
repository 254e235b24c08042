import { startPopup } from '@/pages/popup';

const main = document.querySelector('main');
if (main !== null) void startPopup(main);
