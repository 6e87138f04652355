import { text } from '../text/en.ts';

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** An ISO 8601 duration in words; as it is where it is none. */
export function durationWords(duration: string): string {
  const [, ...figures] = ISO.exec(duration) ?? [];
  const words = figures.flatMap((figure, unit) => {
    const name = text.units[unit];
    return figure === undefined || name === undefined ? [] : [name(Number(figure))];
  });
  return words.length === 0 ? duration : words.join(' ');
}
