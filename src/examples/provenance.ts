/** Where a recorded output came from: engine, machine traits that change outputs, and images. */
import { z } from 'zod';

export const imageOriginSchema = z.object({
  /** Docker Hub itself, or an image built from Debian packages to the contract of the official one. */
  origin: z.enum(['docker-hub', 'equivalente']),
  digest: z.string(),
  /** Version of its main program, as the program says it; nothing where it has none (hello-world). */
  version: z.string().optional(),
});

export const provenanceSchema = z.object({
  engine: z.string(),
  /** Who built the engine's programs, as they say, where it was neither Docker nor Debian. */
  builder: z.string().optional(),
  compose: z.string(),
  buildx: z.string(),
  cgroup: z.enum(['1', '2']),
  storage: z.string(),
  kernel: z.string(),
  /** Day on which the outputs last changed, YYYY-MM-DD. */
  date: z.string(),
  /** Tools of the bench that the session uses or names, with their versions: `curl` → `8.14.1`. */
  tools: z.record(z.string(), z.string()).optional(),
  images: z.record(z.string(), imageOriginSchema),
  /** Beginning and end of the one run that was recorded, ISO dates and times. */
  run: z.object({ from: z.string(), to: z.string() }).optional(),
  /** What the session left in the engine; see remains.ts. */
  left: z.array(z.string()).optional(),
  /** Fingerprint of the recorded session and of what it left; see recording-hash.ts. */
  recording: z.string().default(''),
});

export type ImageOrigin = z.infer<typeof imageOriginSchema>;
export type Provenance = z.infer<typeof provenanceSchema>;
