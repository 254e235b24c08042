import noUnsanitized from 'eslint-plugin-no-unsanitized';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  // Run from the repository's folder: ESLint reads nothing above the folder it starts in, and the tests are there.
  { ignores: ['extension/.output/**', 'extension/.wxt/**', 'tests/pages/built/**', 'tests/browser/results/**'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  // What the page shows comes from the server: it may enter as text only.
  noUnsanitized.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['extension/src/**/*.ts', 'extension/entrypoints/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
    },
  },
  {
    // Tests write the pages they read, know what is in them, and talk to the person who runs them.
    files: ['tests/**/*.{ts,mjs}', 'extension/*.mjs'],
    rules: {
      'no-console': 'off',
      'no-unsanitized/property': 'off',
      'no-unsanitized/method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
