import { startStored } from '@/pages/stored';

const main = document.querySelector('main');
if (main !== null) void startStored(main);
