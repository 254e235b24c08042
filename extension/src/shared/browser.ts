/** The only door to the browser's extension interface; everything else imports it from here, so that tests can close it. */
export { browser, type Browser } from 'wxt/browser';
