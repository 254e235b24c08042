/**
 * The content script. An unlisted script and not WXT's content script: that one announces itself by an event in the
 * page, which tells every site that the extension is there and lets any page stop it.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchOnce } from './watch-once';

export default defineUnlistedScript(() => {
  watchOnce();
});
