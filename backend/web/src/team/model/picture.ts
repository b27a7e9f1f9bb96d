import encodeQR from 'qr';

/** White around a picture, in its own dots (ISO/IEC 18004 section 9.1). */
const margin = 4;

/** A QR picture: an SVG path in a square of `size` dots. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** The picture of a text; it is still read with 15 % of it damaged. */
export function qrPicture(text: string): QrPicture {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: margin });
  const dots = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size: rows.length, path: dots.join('') };
}
