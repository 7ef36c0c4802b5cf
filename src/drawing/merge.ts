/** Merges the light and the dark rendering of a diagram: same geometry, colours as `light-dark()` variables. */

const NAMED =
  'black|white|grey|gray|lightgrey|darkgrey|none|transparent|currentColor|red|green|blue|yellow|navy';
const COLOR = new RegExp(
  String.raw`#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?![-\w])|rgba?\([^)]*\)|hsla?\([^)]*\)|(?<=[:"\s])(?:${NAMED})(?=[;"\s}!])`,
  'g',
);
const HSL = /^hsl\(\s*(-?[\d.]+),\s*([\d.]+)%,\s*([\d.]+)%\)$/;

export interface Merged {
  svg: string;
  /** `light-dark(a,b)` → name of the custom property that holds it. */
  variables: Map<string, string>;
}

/**
 * Merges two renderings.
 * @throws Error when they differ in more than colours
 */
export function mergeThemes(light: string, dark: string): Merged {
  const rest = light.split(COLOR);
  const darkRest = dark.split(COLOR);
  const colors = light.match(COLOR) ?? [];
  const darkColors = dark.match(COLOR) ?? [];
  const at = rest.findIndex((part, index) => part !== darkRest[index]);
  if (at >= 0 || colors.length !== darkColors.length) {
    throw new Error(
      `el dibujo claro y el oscuro se distinguen en algo más que los colores, cerca de «${difference(rest[at] ?? '', darkRest[at] ?? '')}»\n  Cómo arreglarlo: no uses estilos que dependan del tema`,
    );
  }
  const variables = new Map<string, string>();
  let svg = rest[0] ?? '';
  for (const [index, color] of colors.entries()) {
    svg +=
      pair(normalizeColor(color), normalizeColor(darkColors[index] ?? color), variables) + rest[index + 1];
  }
  return { svg, variables };
}

/** The first place where two texts part, with what comes before it. */
function difference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `${one.slice(Math.max(0, at - 40), at + 40)}» y «${other.slice(Math.max(0, at - 40), at + 40)}`;
}

function pair(light: string, dark: string, variables: Map<string, string>): string {
  if (light === dark) return light;
  const value = `light-dark(${light},${dark})`;
  if (!variables.has(value)) variables.set(value, `--d${variables.size}`);
  return `var(${variables.get(value)})`;
}

/** `hsl()` with its long decimals becomes hexadecimal; other colours lose their blanks. */
export function normalizeColor(color: string): string {
  const match = HSL.exec(color);
  if (!match) return color.replace(/\s+/g, '');
  const [hue, saturation, lightness] = match.slice(1).map(Number) as [number, number, number];
  const l = lightness / 100;
  const amplitude = (saturation / 100) * Math.min(l, 1 - l);
  const channel = (n: number) => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    const value = l - amplitude * Math.max(-1, Math.min(k - 3, Math.min(9 - k, 1)));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
