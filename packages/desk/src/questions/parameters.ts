import { z } from 'zod';

/** PostgreSQL keeps identifiers in 32 bits. */
export const id = z.coerce.number().int().positive().max(2_147_483_647);

/** A search or a sentence, as a person types it. */
export const words = z.string().max(2000);
