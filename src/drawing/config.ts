/** How diagrams look. Changing anything here makes every committed SVG stale. */

/** Must be the version in package.json; a test compares them. */
export const MERMAID_VERSION = '12.3.0';

/** Raise when the post-processing changes what it writes. */
export const RENDERER_VERSION = 1;

const FONT = 'Arial, Helvetica, sans-serif';

export const BASE_CONFIG = {
  startOnLoad: false,
  deterministicIds: true,
  securityLevel: 'strict',
  htmlLabels: false,
  look: 'classic',
  theme: 'base',
  layout: 'dagre',
  // Rounded shapes are drawn with random strokes unless they are seeded.
  handDrawnSeed: 1,
  fontFamily: FONT,
  // Narrow: on a phone every pixel of width costs letter size.
  flowchart: {
    htmlLabels: false,
    curve: 'basis',
    padding: 10,
    nodeSpacing: 28,
    rankSpacing: 42,
    diagramPadding: 4,
    wrappingWidth: 170,
    subGraphTitleMargin: { top: 4, bottom: 8 },
  },
  sequence: {
    actorMargin: 24,
    width: 120,
    diagramMarginX: 8,
    diagramMarginY: 8,
    mirrorActors: false,
    wrap: true,
  },
} as const;

/** Classes that a source may use (`nodo:::acento`), because a literal colour would be wrong in one of the themes. */
export const CLASSES: Record<string, { fill: string; stroke: string; color: string }> = {
  acento: { fill: 'secondaryColor', stroke: 'secondaryBorderColor', color: 'secondaryTextColor' },
  tenue: { fill: 'background', stroke: 'tertiaryBorderColor', color: 'tertiaryTextColor' },
};

/** Theme variables; both themes must define the same keys, or the two renderings differ in more than colours. */
export type Palette = Record<string, string | boolean | Record<string, string>>;

export const LIGHT: Palette = palette({
  dark: false,
  background: '#ffffff',
  node: '#dff3ec',
  nodeText: '#0b3127',
  nodeBorder: '#0b6b52',
  second: '#fdf0d5',
  secondText: '#402a05',
  secondBorder: '#a8690a',
  third: '#f2f4f3',
  thirdText: '#1d2624',
  thirdBorder: '#6a7773',
  line: '#3b4744',
  text: '#1d2624',
  note: '#fbf3cd',
});

export const DARK: Palette = palette({
  dark: true,
  background: '#121716',
  node: '#0d3a2f',
  nodeText: '#d8f5ea',
  nodeBorder: '#4cc9a0',
  second: '#452f08',
  secondText: '#fdf0d5',
  secondBorder: '#f0b64a',
  third: '#1f2725',
  thirdText: '#e3e9e7',
  thirdBorder: '#8d9a96',
  line: '#c3cdca',
  text: '#e3e9e7',
  note: '#3a3108',
});

interface Colors {
  dark: boolean;
  background: string;
  node: string;
  nodeText: string;
  nodeBorder: string;
  second: string;
  secondText: string;
  secondBorder: string;
  third: string;
  thirdText: string;
  thirdBorder: string;
  line: string;
  text: string;
  note: string;
}

function palette(colors: Colors): Palette {
  return {
    darkMode: colors.dark,
    background: colors.background,
    fontFamily: FONT,
    fontSize: '16px',
    primaryColor: colors.node,
    primaryTextColor: colors.nodeText,
    primaryBorderColor: colors.nodeBorder,
    secondaryColor: colors.second,
    secondaryTextColor: colors.secondText,
    secondaryBorderColor: colors.secondBorder,
    tertiaryColor: colors.third,
    tertiaryTextColor: colors.thirdText,
    tertiaryBorderColor: colors.thirdBorder,
    lineColor: colors.line,
    textColor: colors.text,
    edgeLabelBackground: colors.background,
    noteBkgColor: colors.note,
    noteTextColor: colors.secondText,
    noteBorderColor: colors.secondBorder,
    // These kinds of diagram ignore the variables above.
    archEdgeColor: colors.line,
    archEdgeArrowColor: colors.line,
    archGroupBorderColor: colors.thirdBorder,
    packet: {
      startByteColor: colors.line,
      endByteColor: colors.line,
      labelColor: colors.text,
      titleColor: colors.text,
      blockStrokeColor: colors.thirdBorder,
      blockFillColor: colors.third,
    },
  };
}
