import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '@/background/index';

// A function of its own: WXT evaluates this file at build time and leaves out the body of `main` and what it imports.
export default defineBackground(() => {
  startBackground();
});
