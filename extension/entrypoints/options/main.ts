import { browser } from 'wxt/browser'; document.body.dataset.ok = browser.runtime.id;
