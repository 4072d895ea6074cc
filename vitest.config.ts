import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    // Most files wait for processes of their own; the default leaves a processor idle.
    maxWorkers: '100%',
  },
});
