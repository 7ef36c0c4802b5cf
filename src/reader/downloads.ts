/** The downloads that a page leaves out. `como-leer` announces them: before the first command with an image. */

const OF_RUN =
  /^Unable to find image '[^'\n]+' locally\n(?:.*\n)*?Status: Downloaded newer image for .*(?:\n|$)/gm;
/** Compose tells of images and of their layers. */
const OF_COMPOSE =
  /^ ?(?:Image )?\S+ (?:Pulling|Pulled|Waiting|Already exists|(?:Pull|Download) complete|Pulling fs layer|Downloading|Extracting|Verifying Checksum).*(?:\n|$)/gm;

/**
 * What a command answered, without the download of its image where the page shows none.
 * @returns the rest, and whether there was one
 */
export function withoutDownload(shown: string, answered: string): { output: string; downloaded: boolean } {
  const rest = [OF_RUN, OF_COMPOSE].reduce(
    (text, download) => (matches(download, shown) ? text : text.replace(download, '')),
    answered,
  );
  if (rest === answered) return { output: answered, downloaded: false };
  return { output: rest.replace(/\n$/, ''), downloaded: true };
}

function matches(pattern: RegExp, text: string): boolean {
  return new RegExp(pattern.source, 'm').test(text);
}
