import { startLearn } from '@/pages/learn';

const main = document.querySelector('main');
if (main !== null) void startLearn(main);
