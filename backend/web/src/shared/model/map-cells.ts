import type { Municipality } from '@opstap/protocol/geography/geography';

type Point = readonly [x: number, y: number];

/** A municipality as the map draws it, in kilometres from the upper left corner. */
export interface Cell {
  readonly municipality: Municipality;
  readonly x: number;
  readonly y: number;
  readonly outline: string;
}

export interface CountryMap {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly Cell[];
}

/** No cell reaches further than this from its main place, so that sea and neighbours stay empty. */
const reach = 12.5;
const corners = 20;
const margin = 13;

/**
 * A map drawn from the table alone: each municipality is the part of a round patch that is nearer to its main place than to any other.
 */
export function mapOf(municipalities: readonly Municipality[]): CountryMap {
  const xs = municipalities.map(({ x }) => x / 1000);
  const ys = municipalities.map(({ y }) => y / 1000);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const placed = municipalities.map((municipality) => ({
    municipality,
    x: municipality.x / 1000 - left + margin,
    y: top - municipality.y / 1000 + margin,
  }));
  const cells = placed.map((own) => {
    const near = placed.filter((other) => other !== own && farness(own, other) < 2 * reach);
    const outline = near.reduce<readonly Point[]>((shape, other) => nearerTo(own, other, shape), patch(own));
    return { ...own, outline: outline.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') };
  });
  return { width: right - left + 2 * margin, height: top - bottom + 2 * margin, cells };
}

/** The municipality whose main place is nearest to a point of the map, or undefined where none is near. */
export function cellAt(map: CountryMap, x: number, y: number): Cell | undefined {
  const byDistance = map.cells.map((cell) => ({ cell, far: farness(cell, { x, y }) }));
  const nearest = byDistance.reduce<(typeof byDistance)[number] | undefined>(
    (best, each) => (best === undefined || each.far < best.far ? each : best),
    undefined,
  );
  return nearest !== undefined && nearest.far <= 2 * reach ? nearest.cell : undefined;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function farness(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function patch({ x, y }: Place): readonly Point[] {
  return Array.from({ length: corners }, (_, corner): Point => {
    const angle = (2 * Math.PI * corner) / corners;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}

/** The part of a convex shape that is at least as near to one place as to another. */
function nearerTo(own: Place, other: Place, shape: readonly Point[]): readonly Point[] {
  const [dx, dy] = [other.x - own.x, other.y - own.y];
  const middle = (other.x ** 2 + other.y ** 2 - own.x ** 2 - own.y ** 2) / 2;
  const beyond = ([x, y]: Point) => x * dx + y * dy - middle;
  return shape.flatMap((from, index): Point[] => {
    const to = shape[(index + 1) % shape.length] ?? from;
    const [here, there] = [beyond(from), beyond(to)];
    const kept: Point[] = here <= 0 ? [from] : [];
    if (here <= 0 === there <= 0) return kept;
    const share = here / (here - there);
    return [...kept, [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]];
  });
}

/** One of four tints for each province, so that neighbours differ. */
const tints: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  Groningen: 1,
  Fryslân: 2,
  Drenthe: 3,
  Overijssel: 1,
  Flevoland: 4,
  Gelderland: 2,
  Utrecht: 3,
  'Noord-Holland': 1,
  'Zuid-Holland': 4,
  Zeeland: 2,
  'Noord-Brabant': 1,
  Limburg: 3,
};

export function tintOf(province: string): 1 | 2 | 3 | 4 {
  return tints[province] ?? 4;
}
