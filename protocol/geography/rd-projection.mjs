// From degrees (WGS 84) to metres on the Dutch national grid: the polynomial approximation of Schreutelkamp and
// Strang van Hees (2001), good to about a metre, which is far better than a place's one point needs.

const AMERSFOORT = { latitude: 52.1551744, longitude: 5.38720621, x: 155_000, y: 463_000 };

// [power of the latitude's difference, power of the longitude's, metres]
const EASTING = [
  [0, 1, 190094.945],
  [1, 1, -11832.228],
  [2, 1, -114.221],
  [0, 3, -32.391],
  [1, 0, -0.705],
  [3, 1, -2.34],
  [1, 3, -0.608],
  [0, 2, -0.008],
  [2, 3, 0.148],
];
const NORTHING = [
  [1, 0, 309056.544],
  [0, 2, 3638.893],
  [2, 0, 73.077],
  [1, 2, -157.984],
  [3, 0, 59.788],
  [0, 1, 0.433],
  [2, 2, -6.439],
  [1, 1, -0.032],
  [0, 4, 0.092],
  [1, 4, -0.054],
];

const sum = (terms, p, q) => terms.reduce((total, [i, j, metres]) => total + metres * p ** i * q ** j, 0);

/** Whole metres, x to the east and y to the north. */
export function toGrid(latitude, longitude) {
  const p = 0.36 * (latitude - AMERSFOORT.latitude);
  const q = 0.36 * (longitude - AMERSFOORT.longitude);
  return {
    x: Math.round(AMERSFOORT.x + sum(EASTING, p, q)),
    y: Math.round(AMERSFOORT.y + sum(NORTHING, p, q)),
  };
}
