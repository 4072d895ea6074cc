import { SaxesParser } from 'saxes';

export interface Drawn {
  /** Every element's name, in order. */
  readonly elements: readonly string[];
  readonly texts: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

const ALLOWED = new Set(['svg', 'title', 'desc', 'g', 'rect', 'line', 'circle', 'path', 'polyline', 'text', 'tspan']);
const ATTRIBUTE = /^(?:xmlns|viewBox|width|height|role|font-family|font-size|font-weight|class|x|y|x1|x2|y1|y2|cx|cy|r|d|points|fill|fill-opacity|stroke|stroke-width|stroke-dasharray|text-anchor|transform)$/;

/** Reads a picture as XML, and fails where it holds anything but the plain shapes and texts that a picture needs. */
export function drawn(svg: string): Drawn {
  const elements: string[] = [];
  const texts: string[] = [];
  const path: string[] = [];
  const first = new Map<string, string>();
  let size = { width: 0, height: 0 };
  const parser = new SaxesParser();
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', ({ name, attributes }) => {
    if (!ALLOWED.has(name)) throw new Error(`A picture has no <${name}>.`);
    for (const [key, value] of Object.entries(attributes as Record<string, string>)) {
      if (!ATTRIBUTE.test(key)) throw new Error(`<${name}> has an attribute ${key}.`);
      if (/NaN|Infinity|undefined|url\(|javascript:/i.test(value)) throw new Error(`<${name} ${key}="${value}">`);
    }
    if (name === 'svg') size = { width: Number(attributes['width']), height: Number(attributes['height']) };
    elements.push(name);
    path.push(name);
    if (name === 'text') texts.push('');
  });
  parser.on('text', (content) => {
    const parent = path.at(-1);
    if (path.includes('text')) texts[texts.length - 1] += content;
    else if ((parent === 'title' || parent === 'desc') && path.length === 2) first.set(parent, content);
  });
  parser.on('closetag', () => { path.pop(); });
  parser.write(svg).close();
  return { elements, texts, title: first.get('title') ?? '', description: first.get('desc') ?? '', ...size };
}
