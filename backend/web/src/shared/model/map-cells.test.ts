import { readFileSync } from 'node:fs';
import { decodeGeography } from '@opstap/protocol/geography/geography';
import { expect, test } from 'vitest';
import { cellAt, mapOf } from './map-cells.js';

const table = new URL('../../../../../protocol/geography/municipalities.json', import.meta.url);
const municipalities = [...decodeGeography(JSON.parse(readFileSync(table, 'utf8'))).values()];
const map = mapOf(municipalities);

test('draws every municipality inside the picture', () => {
  expect(map.cells).toHaveLength(municipalities.length);
  for (const { outline } of map.cells) {
    const points = outline.split(' ').map((point) => point.split(',').map(Number));
    expect(points.length).toBeGreaterThanOrEqual(3);
    for (const [x = -1, y = -1] of points) {
      expect(x >= 0 && x <= map.width && y >= 0 && y <= map.height).toBe(true);
    }
  }
});

test('finds each municipality at its own place', () => {
  for (const cell of map.cells) expect(cellAt(map, cell.x, cell.y)).toBe(cell);
});

test('finds nothing far out at sea', () => {
  expect(cellAt(map, 0, 0)).toBeUndefined();
});

test('north is up: Groningen lies above Maastricht', () => {
  const y = (name: string) => map.cells.find(({ municipality }) => municipality.name === name)?.y ?? 0;
  expect(y('Groningen')).toBeLessThan(y('Maastricht'));
});
