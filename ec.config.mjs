import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { sessionBlock } from './src/plugins/session-block.ts';

export default defineEcConfig({
  plugins: [sessionBlock()],
  // The example's own comments are part of the file, and what is copied must be what ran.
  frames: { extractFileNameFromCode: false, removeCommentsWhenCopyingTerminalFrames: false },
  tabWidth: 0,
  themes: ['github-dark-default', 'github-light-default'],
  styleOverrides: {
    borderRadius: '0.375rem',
    codeFontSize: '0.85rem',
    codeLineHeight: '1.6',
    frames: { shadowColor: 'transparent' },
  },
});
