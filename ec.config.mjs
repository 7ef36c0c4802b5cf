import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { sessionBlock } from './src/plugins/session-block.ts';
import { SESSION_HIGHLIGHTING } from './src/plugins/session-grammar.ts';

export default defineEcConfig({
  plugins: [sessionBlock()],
  shiki: SESSION_HIGHLIGHTING,
  // The example's own comments are part of the file, and what is copied must be what ran.
  frames: { extractFileNameFromCode: false, removeCommentsWhenCopyingTerminalFrames: false },
  tabWidth: 0,
  themes: ['github-dark-default', 'github-light-default'],
  useStarlightUiThemeColors: false,
  styleOverrides: {
    borderRadius: '0.3rem',
    borderColor: 'var(--dap-rule)',
    codeBackground: 'var(--dap-surface)',
    codeFontSize: '0.84rem',
    codeLineHeight: '1.6',
    codePaddingInline: '0.85rem',
    codePaddingBlock: '0.75rem',
    focusBorder: 'var(--dap-ok)',
    frames: {
      frameBoxShadowCssValue: 'none',
      terminalBackground: 'var(--dap-surface)',
      terminalTitlebarBackground: 'var(--dap-surface)',
      terminalTitlebarForeground: 'var(--sl-color-gray-3)',
      terminalTitlebarBorderBottomColor: 'var(--dap-rule)',
      terminalTitlebarDotsOpacity: '0',
      editorTabBarBackground: 'var(--dap-surface)',
      editorTabBarBorderColor: 'var(--dap-rule)',
      editorTabBarBorderBottomColor: 'var(--dap-rule)',
      editorActiveTabBackground: 'var(--dap-surface)',
      editorActiveTabForeground: 'var(--sl-color-gray-2)',
      editorActiveTabIndicatorTopColor: 'transparent',
      editorActiveTabIndicatorBottomColor: 'var(--dap-ok)',
      inlineButtonForeground: 'var(--sl-color-text)',
    },
  },
});
