import { z } from 'zod';

/** Said of the articles whose input does not say it, as by `hearsay ingest --outlet --published`. */
export const saidBeside = z.object({
  outlet: z.string().max(300).optional(),
  published: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
});

/** What the desk is asked to take in by JSON: one address, or one text, with what is known of it. */
export const begunByJson = z.union([
  z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(4000), ...saidBeside.shape }),
  z.strictObject({
    text: z.string().min(1).max(5_000_000),
    title: z.string().max(1000).optional(),
    ...saidBeside.shape,
  }),
]);

/** What one ingest takes in. */
export type Begun = z.infer<typeof saidBeside> &
  (
    | { kind: 'address'; url: string }
    | { kind: 'text'; text: string; title?: string | undefined }
    | { kind: 'files'; folder: string; files: readonly { path: string; name: string }[] }
  );
