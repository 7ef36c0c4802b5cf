/** LEEME.md of a kit: pure text. */
import { formatSize, type KitContents } from './contents.ts';

/** What a teacher and a student do with the kit, step by step. */
export function readme(contents: KitContents, totalBytes: number): string {
  const { architecture, base, made } = contents;
  return `# Docker a prueba, en un aula sin Internet

Esta carpeta lleva la guía y las imágenes de Docker que usa. Desde un solo equipo, el tuyo, toda la clase lee la guía y descarga las imágenes por la red del aula. Hecha el ${made.slice(0, 10)} para procesadores **${architecture}**; ocupa ${formatSize(totalBytes)}.

## Para quien da la clase

Necesitas Docker Engine o Docker Desktop, con \`docker compose\` (el kit se prueba con Docker Engine 28). Internet no hace falta.

1. **Copia la carpeta a tu disco.** Desde la memoria USB iría lento, y Docker Desktop no siempre puede leerla.
2. **Comprueba que llegó entera**, desde dentro de la carpeta (en Windows, en Git Bash o en WSL):

   \`\`\`console
   sha256sum -c --quiet SUMAS.sha256
   \`\`\`

   Si no dice nada, está bien. En macOS: \`shasum -a 256 -c SUMAS.sha256\`. Las sumas detectan una copia dañada; no demuestran quién hizo el kit.
3. **Carga los dos programas que sirven** (se llaman \`aula/registry:2\` y \`aula/nginx:1.30\`: no pisan nada tuyo):

   \`\`\`console
   docker load -i servidor/imagenes.tar
   \`\`\`
4. **Arranca:**

   \`\`\`console
   docker compose up -d
   \`\`\`
5. **Comprueba en tu equipo** que se abre <http://localhost:8080${base}> y que el registro responde:

   \`\`\`console
   curl http://localhost:5000/v2/_catalog
   \`\`\`
6. **Averigua tu dirección en la red del aula** y escríbela en la pizarra. Linux: \`hostname -I\`. macOS: \`ipconfig getifaddr en0\`. Windows: \`ipconfig\`. En lo que sigue es \`192.168.1.10\`.
7. Al acabar: \`docker compose down\` y \`docker rmi aula/registry:2 aula/nginx:1.30\`.

Si algo falla:

- **Un alumno no llega**: abre los puertos 5000 y 8080 en el cortafuegos de tu equipo. Algunas redes wifi aíslan a unos equipos de otros; usa cable, otro punto de acceso o tu propio móvil como punto de acceso.
- **El puerto está ocupado** (en macOS, AirPlay usa el 5000): \`PUERTO_REGISTRO=5001 PUERTO_SITIO=8081 docker compose up -d\`, y di a la clase los puertos nuevos.
- **Va lento**: treinta equipos que descargan a la vez se reparten tu red. Pide solo las imágenes de la clase de hoy, y que alguien las tenga descargadas antes.

El registro va por HTTP y sin contraseña, y no admite \`docker push\`. Vale para la red de un aula, no para dejarlo en Internet.

## Para quien va a clase

La guía está en \`http://192.168.1.10:8080${base}\`, con la dirección que diga la pizarra. Para leerla y buscar en ella basta un navegador.

### Que \`docker pull nginx:1.30\` funcione tal cual (recomendado)

Añade estas dos claves a la configuración de Docker. En Linux es \`/etc/docker/daemon.json\` (créalo si no existe; si ya tiene algo, añádelas dentro de sus llaves). En Docker Desktop, **Settings → Docker Engine**.

\`\`\`json
{
  "registry-mirrors": ["http://192.168.1.10:5000"],
  "insecure-registries": ["192.168.1.10:5000"]
}
\`\`\`

Después, en Linux, \`sudo systemctl restart docker\`; en Docker Desktop, **Apply & restart**. Compruébalo:

\`\`\`console
docker pull busybox:1.37
docker run --rm busybox:1.37 echo funciona
\`\`\`

Con eso valen todas las órdenes de la guía, y también los \`FROM nginx:1.30\` de un Dockerfile. **Al acabar la clase quita las dos claves** y reinicia Docker.

### Sin cambiar de dónde descarga tu Docker

Pon solo \`insecure-registries\`, y escribe la dirección delante del nombre:

\`\`\`console
docker pull 192.168.1.10:5000/nginx:1.30
docker tag 192.168.1.10:5000/nginx:1.30 nginx:1.30
\`\`\`

Si el error es «server gave HTTP response to HTTPS client», falta \`insecure-registries\` o no se reinició Docker.

## Qué imágenes lleva

${imagesTable(contents)}

«Descarga» es lo que baja quien no tiene nada; las capas que varias comparten se bajan una sola vez. Los demás nombres de cada imagen (\`latest\` entre ellos, si lo tiene) también sirven: \`curl http://192.168.1.10:5000/v2/nginx/tags/list\`.

${originNote(contents)}

En equipos con otro procesador (por ejemplo, un Mac con Apple Silicon si el kit es para amd64), Docker Desktop las ejecuta por emulación, más despacio y con un aviso. El motor de Docker de un Linux con otro procesador no las ejecuta.

## Qué no funciona sin Internet

- **Abrir la guía con doble clic** (\`file://\`): sus direcciones parten de la raíz del sitio y los navegadores impiden a un archivo suelto cargar módulos y datos, así que se vería sin estilos, sin buscador y con los enlaces rotos. Si no tienes Docker, sírvela con ${withoutDocker(base)}.
- **Construir imágenes que instalan paquetes** (\`RUN apt-get install\`, \`npm install\`, \`pip install\`): las bases están aquí, los paquetes no.
- **Descargar desde un motor dentro de un contenedor** (\`docker:29-dind\`), que no hereda tu configuración: arráncalo con \`--registry-mirror http://192.168.1.10:5000\` al final de su \`docker run\`.
- **Otras imágenes** que las de la tabla, \`docker login\`, \`docker push\` y \`docker search\`.
- Los enlaces de la guía que llevan a otros sitios.

## Licencias

Los textos y diagramas de la guía, CC BY-SA 4.0; su código, MIT: están en \`licencias/\`. El programa de cada imagen tiene la suya, que está en la propia imagen (\`/usr/share/doc/*/copyright\` en las que parten de Debian). Si repartes el kit, repartes ese software: el código fuente de los paquetes de Debian está en su archivo de instantáneas (snapshot).

Docker es una marca de Docker, Inc. Esta guía y este kit son independientes: ni los publica ni los respalda Docker, Inc.
`;
}

function imagesTable({ images }: KitContents): string {
  const rows = images.map(({ ref, size, origin }) => {
    return `| \`${ref}\` | ${formatSize(size)} | ${origin === 'docker-hub' ? 'oficial, de Docker Hub' : 'equivalente'} |`;
  });
  return ['| Imagen | Descarga | Origen |', '|---|---|---|', ...rows].join('\n');
}

const CERTIFICATES_NOTE =
  ' y **confían en las autoridades de certificación propias de ese equipo**, que son las de su empresa, su centro o su proxy. Quien tenga la clave de una de ellas podría hacerse pasar por cualquier sitio ante un contenedor: reparte este kit solo donde ya se confíe en ellas, o hazlo en un equipo que no las tenga';

function originNote({ images, ownAuthorities }: KitContents): string {
  if (images.every(({ origin }) => origin === 'docker-hub'))
    return 'Son las imágenes oficiales, tal como estaban en Docker Hub ese día.';
  return `Las que dicen «equivalente» **no son las imágenes oficiales de Docker Hub**: se construyeron con paquetes de Debian y de npm, con el mismo nombre, las mismas variables, puertos, volúmenes y forma de arrancar, para poder probar la guía sin Docker Hub. Sirven para aprender; no las uses en producción. Llevan la etiqueta \`docker-a-prueba.equivalente\`, que se ve así:

\`\`\`console
docker image inspect --format '{{json .Config.Labels}}' nginx:1.30
\`\`\`

Llevan también la configuración de paquetes del equipo en que se construyeron${ownAuthorities ? CERTIFICATES_NOTE : ''}.`;
}

function withoutDocker(base: string): string {
  return base === '/'
    ? '`python3 -m http.server 8080 -d sitio` y abre <http://localhost:8080/>'
    : `cualquier servidor web que cuelgue \`sitio/\` de \`${base}\``;
}
