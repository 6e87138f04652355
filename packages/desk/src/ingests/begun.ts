import { z } from 'zod';

/** What the desk is asked to take in by JSON: one address, or one text with what is known of it. */
export const begunByJson = z.union([
  z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(4000) }),
  z.strictObject({
    text: z.string().min(1).max(5_000_000),
    title: z.string().max(1000).optional(),
    outlet: z.string().max(300).optional(),
    published: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
  }),
]);

/** What one ingest takes in. */
export type Begun =
  | { kind: 'address'; url: string }
  | {
      kind: 'text';
      text: string;
      title?: string | undefined;
      outlet?: string | undefined;
      published?: string | undefined;
    }
  | { kind: 'files'; folder: string; files: readonly { path: string; name: string }[] };
