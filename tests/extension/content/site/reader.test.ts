import { describe, expect, test } from 'vitest';
import { createReader, genericReader } from '@/content/site/reader';
import type { ComposerEntry } from '@/shared/site-file';
import { entry, labels, page } from './site';

const read = (composer: HTMLElement, composerEntry: ComposerEntry, official: string[] = []) => createReader([composerEntry], official).read(composer);
const texts = (buttons: readonly HTMLElement[]): (string | null)[] => buttons.map((button) => button.textContent);

describe('which composer it is', () => {
  test('the first entry whose editor and box fit is taken', () => {
    const composer = page('<div class="box"><div class="editor"></div></div>');
    const entries = [entry({ around: '.other', audience: { fixed: 'group' } }), entry(), entry({ audience: { fixed: 'private' } })];

    expect(createReader(entries, []).read(composer)).toMatchObject({ audience: 'public', selfTest: { composer: 'found' } });
  });

  test('an editor that no entry knows is missing, and claims nothing else', () => {
    const { audience, account, selfTest } = read(page('<div class="box"><p class="editor"></p></div>'), entry({ editor: 'div' }));

    expect({ audience, account, selfTest }).toEqual({
      audience: 'unknown',
      account: 'unknown',
      selfTest: { composer: 'missing', publish: 'not_expected', audience: 'not_expected', account: 'not_expected' },
    });
  });

  test('box and buttons are found from inside two open shadow roots, in each of them', () => {
    page('<div class="box"><i></i><b>outer</b></div><b>far</b>');
    const outer = document.querySelector('i')!.attachShadow({ mode: 'open' });
    outer.innerHTML = '<i></i><b>middle</b>';
    const inner = outer.querySelector('i')!.attachShadow({ mode: 'open' });
    inner.innerHTML = '<div class="editor"></div><b>inner</b>';

    const found = read(inner.querySelector<HTMLElement>('.editor')!, entry({ publish: { selectors: ['b'], labels: labels() } }));

    expect(texts(found.publishButtons).sort()).toEqual(['inner', 'middle', 'outer']);
  });
});

describe('the publish button', () => {
  const publish = { selectors: ['.post'], labels: labels('Publish now') };
  const box = (buttons: string): HTMLElement => page(`<div class="box"><div class="editor"></div>${buttons}</div><button>Post</button>`);

  test('is what the selector hits, or the button around it, once', () => {
    const { publishButtons, selfTest } = read(box('<button><i class="post"></i><i class="post"></i>Go</button>'), entry({ publish }));

    expect([texts(publishButtons), selfTest.publish]).toEqual([['Go'], 'found']);
  });

  test('is found by its name when the selector is out of date, and the self-test says so', () => {
    const { publishButtons, selfTest } = read(box('<button>Cancel</button><a role="button" aria-label="PUBLISH  now!">x</a>'), entry({ publish }));

    expect([texts(publishButtons), selfTest.publish]).toEqual([['x'], 'missing']);
  });

  test('is found by its name alone where the file names no selector', () => {
    const { publishButtons, selfTest } = read(box('<button>Publish now</button>'), entry({ publish: { ...publish, selectors: [] } }));

    expect([texts(publishButtons), selfTest.publish]).toEqual([['Publish now'], 'found']);
  });

  test('is not looked for where Enter sends', () => {
    expect(read(box('<button>Post</button>'), entry())).toMatchObject({ publishButtons: [], selfTest: { publish: 'not_expected' } });
  });
});

describe('the audience', () => {
  const words = { public: labels('public', 'anyone'), friends: labels('your friends'), group: labels('private group'), private: labels('private', 'only me') };
  const audience = { selector: '.who', when: {}, words };
  const shown = (who: string, line = audience): unknown[] => {
    const { audience: said, selfTest } = read(page(`<div class="box"><div class="editor"></div>${who}</div>`), entry({ audience: line }));
    return [said, selfTest.audience];
  };

  test.each([
    ['<b class="who">Public</b>', 'public', 'found'],
    ['<b class="who" aria-label="Edit privacy. Sharing with Your friends."></b>', 'friends', 'found'],
    ['<b class="who"><i>Acme</i><i>Post to Anyone</i></b>', 'public', 'found'],
    ['<b class="who">Private group</b>', 'group', 'found'],
    ['<b class="who">Only me</b>', 'private', 'found'],
    ['<b class="who">Publications</b>', 'unknown', 'missing'],
    ['<b class="who">Only me, Anyone</b>', 'unknown', 'missing'],
    ['<b class="who">Marmots</b>', 'unknown', 'missing'],
    ['', 'unknown', 'missing'],
  ])('%s is %s, and the self-test says %s', (who, expected, state) => {
    expect(shown(who)).toEqual([expected, state]);
  });

  test('a sign goes before words, and the self-test speaks when only words are left', () => {
    const withSigns = { ...audience, when: { private: '.lock', public: '.globe' } };

    expect(shown('<b class="who"><i class="lock"></i>Anyone</b>', withSigns)).toEqual(['private', 'found']);
    expect(shown('<b class="who"><i class="padlock"></i>Anyone</b>', withSigns)).toEqual(['public', 'missing']);
  });

  test('is the fixed one where the page need not say it', () => {
    expect(read(page('<div class="box"><div class="editor"></div></div>'), entry({ audience: { fixed: 'private' } }))).toMatchObject({
      audience: 'private',
      selfTest: { audience: 'not_expected' },
    });
  });
});

describe('the account', () => {
  const account = { selector: '.me', from: null, official_when: '.me .logo' };
  const writtenBy = (near: string, far = '', line: ComposerEntry['account'] = account): unknown[] => {
    const composer = page(`${far}<div class="box"><div class="editor"></div>${near}</div>`);
    const found = read(composer, entry({ account: line }), ['@Acme', 'Acme Belgium']);
    return [found.account, found.accountName, found.selfTest.account];
  };

  test.each([
    ['<b class="me">Ada</b>', 'personal', 'Ada', 'found'],
    ['<b class="me"><i>Our page</i><i>@acme</i></b>', 'official', 'Our page', 'found'],
    ['<b class="me">acme  BELGIUM</b>', 'official', 'acme BELGIUM', 'found'],
    ['<b class="me"><i class="logo"></i>Some firm</b>', 'official', 'Some firm', 'found'],
    ['<b class="me">Acme fans</b>', 'personal', 'Acme fans', 'found'],
    ['<b class="me"></b>', 'unknown', '', 'missing'],
    ['', 'unknown', '', 'missing'],
  ])('%s is %s: %j, and the self-test says %s', (near, kind, name, state) => {
    expect(writtenBy(near)).toEqual([kind, name, state]);
  });

  test('near the composer goes before anywhere on the page', () => {
    expect(writtenBy('<b class="me">Ada</b>', '<b class="me">@acme</b>')).toEqual(['personal', 'Ada', 'found']);
    expect(writtenBy('', '<b class="me">@acme</b>')).toEqual(['official', '@acme', 'found']);
  });

  test('is read from a link', () => {
    const link = { selector: '.me', from: 'href', official_when: null };

    expect(writtenBy('<a class="me" href="/profile/acme?x=1">Profile</a>', '', link)).toEqual(['official', 'acme', 'found']);
  });

  test('a name has at most 100 units', () => {
    expect((writtenBy(`<b class="me">${'a'.repeat(300)}</b>`)[1] as string).length).toBe(100);
  });
});

describe('on a page nobody described', () => {
  const names = (html: string): (string | null)[] => texts(genericReader.read(page(html)).publishButtons);

  test.each([
    ['a dialog', '<div role="dialog"><textarea class="editor"></textarea><button>Cancel</button><button>Veröffentlichen</button></div><button>Post</button>', ['Veröffentlichen']],
    ['a form', '<form><textarea class="editor"></textarea><button disabled>Envoyer</button><button>Verzenden</button></form>', ['Verzenden']],
    ['the nearest box', '<div><div><div><textarea class="editor"></textarea></div><b role="button">Reply</b></div><button>Post</button></div>', ['Reply']],
    ['no box with another editor', '<div><textarea class="editor"></textarea><textarea></textarea><button>Post</button></div>', []],
    ['nothing of that name', '<div><textarea class="editor"></textarea><button>Post office</button></div>', []],
  ])('the publish button is looked for in %s', (_where, html, expected) => {
    expect(names(html)).toEqual(expected);
  });

  test('nothing is expected and nothing claimed', () => {
    expect(genericReader.read(page('<textarea class="editor"></textarea>'))).toEqual({
      audience: 'unknown',
      account: 'unknown',
      accountName: '',
      publishButtons: [],
      selfTest: { composer: 'not_expected', publish: 'not_expected', audience: 'not_expected', account: 'not_expected' },
    });
  });
});
