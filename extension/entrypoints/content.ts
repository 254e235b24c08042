import { defineContentScript } from 'wxt/utils/define-content-script';
export default defineContentScript({ matches: ['https://*.facebook.com/*'], main() { document.documentElement.dataset.pp = 'ready'; const h=document.createElement('div'); h.id='pph'; document.documentElement.append(h); h.attachShadow({mode:'closed'}).innerHTML='<p>secret card</p>'; } });
