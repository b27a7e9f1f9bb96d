import type { DrawWord, Weight } from '../model/paper-letters.js';

/** Pixels of a letter's height: as sharp as a good printer. */
const fine = 64;
/** More than a phone can be trusted to draw at once. */
const widest = 8_000;
const weights: Readonly<Record<Weight, string>> = { regular: '400', bold: '700' };

/** A word in the phone's own letters. Null where the page may not draw, nothing would be seen, or what is read back isn't what was drawn. */
export const drawWord: DrawWord = async (word, weight) => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || !tellsTheTruth(context)) return null;
  const font = `${weights[weight]} ${fine}px sans-serif, "Noto Sans Thai"`;
  context.font = font;
  const measured = context.measureText(word);
  const left = Math.ceil(Math.max(0, measured.actualBoundingBoxLeft)) + 1;
  const ascent = Math.ceil(measured.actualBoundingBoxAscent) + 1;
  const below = Math.ceil(Math.max(0, measured.actualBoundingBoxDescent)) + 1;
  const width = left + Math.ceil(Math.max(measured.width, measured.actualBoundingBoxRight)) + 1;
  const height = ascent + below;
  if (!(width <= widest && height > 2)) return null;
  Object.assign(canvas, { width, height });
  // Its size takes a canvas back to where it began.
  context.font = font;
  context.fillText(word, left, ascent);
  if (!context.getImageData(0, 0, width, height).data.some((value) => value !== 0)) return null;
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) return null;
  const png = new Uint8Array(await blob.arrayBuffer());
  return { png, width: width / fine, height: height / fine, below: below / fine };
};

/** Some browsers give a page white or noise for what it has drawn, so that it can't tell phones apart. */
function tellsTheTruth(context: CanvasRenderingContext2D): boolean {
  context.fillRect(0, 0, 1, 1);
  const { data } = context.getImageData(0, 0, 2, 1);
  return data[3] === 255 && data[7] === 0;
}
