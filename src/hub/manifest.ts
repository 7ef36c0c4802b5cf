/** Digests that a manifest or an index refers to; `undefined` if it is neither. */
export function readReferences(content: Buffer): string[] | undefined {
  try {
    const json = JSON.parse(content.toString('utf8')) as {
      config?: { digest: string };
      layers?: { digest: string }[];
      manifests?: { digest: string }[];
    };
    if (!json.config && !json.manifests) return undefined;
    return [json.config, ...(json.layers ?? []), ...(json.manifests ?? [])].flatMap((part) =>
      part ? [part.digest] : [],
    );
  } catch {
    return undefined;
  }
}
