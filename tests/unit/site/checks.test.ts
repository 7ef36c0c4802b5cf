/** Every check accepts the correct project and rejects the fault made for it, saying where and how to mend it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKS, checkAll } from '../../../src/guide/index.ts';
import { formatProblem } from '../../../src/guide/problem.ts';
import { readFixture } from './overlay.ts';

const PAGE = 'src/content/docs/redes/dns.mdx';

/** Fault → check that must see it, and what it must say. */
const FAULTS: Record<string, [check: string, message: string]> = {
  'bloque-sin-fuente': [
    'reglas de Markdown',
    `${PAGE}:20:1 bloque de código «sh» sin fuente; lo que se muestra se ejecuta: usa <Paso> o <Archivo> con un ejemplo de examples/`,
  ],
  'bloque-sin-motivo': [
    'reglas de Markdown',
    `${PAGE}:20:1 bloque de código «txt» sin fuente; di por qué no se ejecuta: \`\`\`txt motivo="plantilla de sintaxis"`,
  ],
  'codigo-entre-corchetes': [
    'reglas de Markdown',
    `${PAGE}:20:4 «[1]» como código de salida, que en la página no se ve; escribe «código de salida 1», que es lo que dice el bloque`,
  ],
  'pre-en-html': [
    'reglas de Markdown',
    `${PAGE}:20:1 <pre> escrito en la página; usa <Paso> o <Archivo> con un ejemplo de examples/`,
  ],
  'codigo-con-otro-nombre': [
    'reglas de Markdown',
    `${PAGE}:6:1 «import { Code as Bloque } from '@astrojs/starlight/components';» escrito en la página; bórralo: una página solo usa los componentes de la guía; uno nuevo se escribe en src/components/`,
  ],
  'componente-con-otro-nombre': [
    'reglas de Markdown',
    `${PAGE}:6:1 la importación de <Paso> sobra; bórrala: una página tiene todos los componentes sin importarlos`,
  ],
  'expresion-en-la-pagina': [
    'reglas de Markdown',
    `${PAGE}:20:1 la expresión «{['docker ps', 'CONTAINER ID'].join('\\n')}» en la página; escribe el texto tal cual, o llévalo a un componente de src/components/; entre llaves solo van comentarios`,
  ],
  'html-en-un-atributo': [
    'reglas de Markdown',
    `${PAGE}:20:1 <div> lleva «set:html», que puede mostrar lo que nadie ejecutó; usa <Paso> o <Archivo> con un ejemplo de examples/, y atributos con texto o datos`,
  ],
  'directiva-desconocida': [
    'reglas de Markdown',
    `${PAGE}:20:1 directiva «:::nota» desconocida; usa una de: :::note, :::tip, :::caution, :::danger`,
  ],
  'componente-desconocido': [
    'reglas de Markdown',
    `${PAGE}:20:1 componente <Orden> desconocido; usa uno de: <Afirmacion>, <Archivo>, <Carpeta>, <Diagrama>, <Ejercicio>, <Errores>, <Glosario>, <Hoja>, <Paso>, <Perdido>, <Plan>, <Portada>, <Prediccion>, <Pregunta>, <Recorrido>, <Termino>, <Verificacion>`,
  ],
  'importacion-que-sobra': [
    'reglas de Markdown',
    `${PAGE}:6:1 la importación de <Paso> sobra; bórrala: una página tiene todos los componentes sin importarlos`,
  ],
  'importacion-con-otro-nombre': [
    'reglas de Markdown',
    `${PAGE}:6:1 «import { Code as Paso } from '@astrojs/starlight/components';» escrito en la página; bórralo: una página solo usa los componentes de la guía; uno nuevo se escribe en src/components/`,
  ],
  'atributo-que-falta': [
    'reglas de Markdown',
    `${PAGE}:16:1 a <Paso> le falta «id»; escríbelo como texto entre comillas: <Paso ejemplo="…" id="…">`,
  ],
  'antes-desconocido': [
    'referencias que existen',
    `${PAGE}:6:1 «antes» nombra «redes/puertos», y esa página no existe; escribe la dirección sin barras al principio ni al final: tema/página`,
  ],
  'antes-de-si-misma': [
    'referencias que existen',
    `${PAGE}:5:1 «antes» nombra «redes/dns», que es esta misma página; quita la línea`,
  ],
  'opciones-que-no-son-datos': [
    'reglas de Markdown',
    `${PAGE}:20:1 las opciones de la pregunta no se entienden: «opcionesDeOtroSitio» no es un dato; escríbelas así: opciones={[{ texto: '…', porque: '…', correcta: true }, { texto: '…', porque: '…' }]}`,
  ],
  'pregunta-sin-correcta': [
    'preguntas con una respuesta',
    `${PAGE}:20:1 la pregunta «¿Cuál?» tiene 3 opciones y 0 correctas; escribe tres o más opciones y marca exactamente una con correcta: true`,
  ],
  'pregunta-repetida': [
    'preguntas con una respuesta',
    `${PAGE}:22:1 la pregunta «¿Cuál?» ya está en ${PAGE}:20; borra una de las dos o pregunta otra cosa: lo respondido se recuerda por la pregunta`,
  ],
  'prediccion-que-acierta': [
    'preguntas con una respuesta',
    `${PAGE}:20:1 la opción equivocada «CONTAINER ID   IMAGE» es lo que se grabó en el paso «uno»; cambia esa opción: lo que dice ahora es la respuesta correcta`,
  ],
  'prediccion-que-se-perdio': [
    'preguntas con una respuesta',
    `${PAGE}:20:1 la salida grabada del paso «uno» no tiene la línea 2; mira lo que dice ahora en su sesion.console y corrige la pregunta`,
  ],
  'respuesta-mas-larga': [
    'respuestas que no se adivinan',
    `${PAGE}:20:1 la respuesta correcta de «¿Cuál es la 1?» es la más larga, como en 10 de 10 preguntas; acórtala, o alarga una equivocada hasta que sea igual de creíble`,
  ],
  'ejemplo-desconocido': [
    'referencias que existen',
    `${PAGE}:16:1 no existe el ejemplo «redes/otro»; crea examples/redes/otro/sesion.console o corrige el id`,
  ],
  'paso-desconocido': [
    'referencias que existen',
    `${PAGE}:16:1 examples/redes/dns/sesion.console no tiene el paso «tres»; los que hay son: uno, dos, limpiar`,
  ],
  'paso-oculto-mostrado': [
    'referencias que existen',
    `${PAGE}:16:1 el paso «limpiar» de examples/redes/dns/sesion.console está oculto; quita {oculto=…} de la sesión o no lo muestres`,
  ],
  'archivo-desconocido': [
    'referencias que existen',
    `${PAGE}:18:1 el ejemplo «redes/dns» no tiene el archivo «otro.yaml»; los que hay son: compose.yaml`,
  ],
  'region-desconocida': [
    'referencias que existen',
    `${PAGE}:18:1 examples/redes/dns/compose.yaml no tiene la región «base»; las que hay son: web`,
  ],
  'diagrama-desconocido': [
    'referencias que existen',
    `${PAGE}:10:1 no existe src/diagrams/redes/vistas.mmd; escribe el diagrama o corrige el id`,
  ],
  'termino-desconocido': [
    'referencias que existen',
    `${PAGE}:8:4 el glosario no tiene el término «puentes»; añádelo a src/content/glosario/p.yaml o corrige el id`,
  ],
  'termino-en-otra-letra': [
    'cada término, en el archivo de su letra',
    'src/content/glosario/a.yaml:1:1 el término «puerto» no empieza por la letra de su archivo; llévalo a src/content/glosario/p.yaml',
  ],
  'orden-sin-pagina': [
    'cada página, en la lista de su tema',
    'src/content/docs/redes/_orden.yaml:2:1 la lista del tema nombra «puertos» y esa página no existe; escribe src/content/docs/redes/puertos.mdx o quita la línea',
  ],
  'orden-repetido': [
    'cada página, en la lista de su tema',
    'src/content/docs/redes/_orden.yaml:2:1 «dns» ya está en la línea 1; deja una de las dos líneas',
  ],
  'grupo-mal-escrito': [
    'cada página, en la lista de su tema',
    'src/content/docs/redes/_orden.yaml:1:1 la lista del tema nombra «gripo: Dentro» y esa página no existe; escribe src/content/docs/redes/gripo: Dentro.mdx o quita la línea',
  ],
  'pagina-fuera-del-orden': [
    'cada página, en la lista de su tema',
    `${PAGE}:1:1 la página no está en la lista de su tema, y el menú no la tendría; añade «- dns» donde se deba leer en src/content/docs/redes/_orden.yaml`,
  ],
  'salida-a-mano': [
    'lo mostrado, como se grabó',
    'examples/redes/dns/sesion.console:1:1 lo grabado de «redes/dns» se cambió a mano, mezcla dos ejecuciones, o sus órdenes cambiaron después de grabar; ejecuta «npm run grabar redes/dns»',
  ],
  'variante-de-otra-sesion': [
    'otros motores, lo mismo',
    'examples/redes/dns/sesion.28.console:1:1 lo que responde el motor «28» es de otra sesión: lo que se teclea cambió después de grabarla; ejecuta «npm run grabar -- --motor 28 redes/dns»',
  ],
  'ejemplo-sin-grabar': [
    'lo mostrado, como se grabó',
    'examples/redes/nuevo/sesion.console:1:1 el ejemplo «redes/nuevo» no está grabado: no hay salida de un motor real; ejecuta «npm run grabar redes/nuevo»',
  ],
  'parche-sin-regla': [
    'ninguna versión que cambie sola',
    'examples/redes/dns/sesion.console:4:1 lo que respondió «docker ps» lleva la versión «2.10.1», que cambiará sola y que ninguna regla iguala; añade el programa a src/examples/redaction/programs.ts (o su forma a patches.ts), o pide en la orden solo lo que promete la etiqueta',
  ],
  'parche-de-la-procedencia': [
    'ninguna versión que cambie sola',
    'examples/redes/dns/sesion.console:4:1 lo que respondió «docker ps» lleva la versión «17.6», que cambiará sola y que ninguna regla iguala; añade el programa a src/examples/redaction/programs.ts (o su forma a patches.ts), o pide en la orden solo lo que promete la etiqueta',
  ],
  'dos-nombres': [
    'cada cosa, un nombre',
    'examples/redes/dns/sesion.console:8:1 lo grabado se contradice: el contenedor «web» es 3f0c9a1b2c3d en la línea 4 y aquí 9f0c9a1b2c3e; son dos ejecuciones mezcladas; ejecuta «npm run grabar redes/dns», que escribe una sola',
  ],
  'otra-ejecucion': [
    'cada grabación, una ejecución',
    'examples/redes/dns/sesion.console:4:1 esta salida es de otra ejecución: dice 2026-11-20T10:00:00.000Z, y lo demás se grabó entre 2026-11-21T10:00:00.000Z y 2026-11-21T10:00:09.000Z; ejecuta «npm run grabar redes/dns», que escribe una sola',
  ],
  'patron-sin-uso': [
    'lo que varía, a la vista',
    String.raw`examples/redes/dns/sesion.console:3:1 nada de lo grabado encaja con «pid \d+»; corrige el patrón de «salvo» o «entre», o quítalo: solo tapa lo que varía`,
  ],
  'cifra-fuera': [
    'lo que varía, a la vista',
    'examples/redes/dns/sesion.console:3:1 lo grabado dice 94, fuera de los límites que le pone «entre»; corrige los límites, o mira por qué salió esa cifra y vuelve a grabar',
  ],
  'guion-con-crlf': [
    'guiones que se pueden ejecutar',
    'examples/redes/dns/arranque.sh:1:1 el guion «arranque.sh» acaba sus líneas en CRLF (fin de línea de Windows), y Linux no encontrará su intérprete; guárdalo con fines de línea LF',
  ],
  'guion-sin-permiso': [
    'guiones que se pueden ejecutar',
    'examples/redes/dns/arranque.sh:1:1 «arranque.sh» se ejecuta por su nombre (Dockerfile) y no tiene permiso de ejecución; chmod +x examples/redes/dns/arranque.sh (y en Windows, git update-index --chmod=+x examples/redes/dns/arranque.sh)',
  ],
  'ejemplo-huerfano': [
    'ningún ejemplo huérfano',
    'examples/redes/solo/sesion.console:1:1 ninguna página muestra el ejemplo «redes/solo»; muéstralo con <Paso ejemplo="redes/solo" id="…" /> o bórralo',
  ],
  'ejercicio-desconocido': [
    'cada ejercicio, en la página de su tema',
    `${PAGE}:20:1 no existe el ejercicio «redes/otro»; crea ejercicios/redes/otro/ejercicio.yaml o corrige el id`,
  ],
  'ejercicio-en-otra-pagina': [
    'cada ejercicio, en la página de su tema',
    `${PAGE}:20:1 el ejercicio «redes/uno» no es de esta página; ponlo en src/content/docs/redes/ejercicios.mdx`,
  ],
  'ejercicio-huerfano': [
    'cada ejercicio, en la página de su tema',
    'ejercicios/redes/uno/ejercicio.yaml:1:1 ninguna página enseña el ejercicio «redes/uno»; ponlo en src/content/docs/redes/ejercicios.mdx: <Ejercicio id="redes/uno" />',
  ],
  'paso-sin-mostrar': [
    'ningún paso sin mostrar',
    'examples/redes/dns/sesion.console:6:1 el paso «dos» se ejecuta y ninguna página lo muestra; muéstralo con <Paso ejemplo="redes/dns" id="dos" /> u ocúltalo con {oculto="motivo"}',
  ],
  'pasos-desordenados': [
    'pasos en orden',
    `${PAGE}:16:1 el paso «uno» de «redes/dns» se muestra después de «dos», y se ejecuta antes; muestra los pasos en el orden de la sesión, cada uno una vez por página`,
  ],
  'archivos-sin-dar': [
    'cada archivo, en manos del lector',
    `${PAGE}:12:1 quien lea esto no tiene los archivos de «redes/dns»; ponle antes <Carpeta ejemplo="redes/dns" />, que se los da`,
  ],
  'archivos-tarde': [
    'cada archivo, en manos del lector',
    `${PAGE}:12:1 quien lea esto no tiene los archivos de «redes/dns»; ponle antes <Carpeta ejemplo="redes/dns" />, que se los da`,
  ],
  'carpeta-de-otro': [
    'carpetas de lo que se muestra',
    `${PAGE}:20:1 <Carpeta> prepara «redes/otro», y la página no muestra ningún paso suyo; quítala, o corrige el ejemplo`,
  ],
  'continua-nada': [
    'carpetas de lo que se muestra',
    `${PAGE}:20:1 <Carpeta> continúa «redes/otra», y esa página no existe; escribe su dirección sin barras a los lados: continua="fundamentos/oci"`,
  ],
  'id-con-barra': [
    'ids de afirmaciones, sin rarezas',
    'tests/claims/redes/redes.ts:4:1 la prueba se llama «../sin-nombres», y de un id salen direcciones y archivos; usa minúsculas sin tildes, cifras y guiones entre palabras: expose-no-publica',
  ],
  'afirmacion-sin-prueba': [
    'ninguna afirmación sin prueba',
    `${PAGE}:14:1 la afirmación «con-nombres» no tiene prueba; escribe claim('con-nombres', …) en tests/claims/, o quita <Afirmacion>`,
  ],
  'prueba-sin-afirmacion': [
    'ninguna prueba sin afirmación',
    'tests/claims/redes/redes.ts:4:1 la prueba «sin-nombres» no respalda ninguna frase; afírmala con <Afirmacion id="sin-nombres">…</Afirmacion> o bórrala',
  ],
  'afirmacion-repetida': [
    'ninguna afirmación repetida',
    `${PAGE}:20:1 la afirmación «sin-nombres» ya está en ${PAGE}:14; afirma una cosa en un solo sitio y enlaza a él, o dale otro id y otra prueba`,
  ],
  'prueba-repetida': [
    'ninguna afirmación repetida',
    'tests/claims/redes/redes.ts:4:1 la prueba «sin-nombres» ya está en tests/claims/redes/otra.ts:4; afirma una cosa en un solo sitio y enlaza a él, o dale otro id y otra prueba',
  ],
  'diagrama-viejo': [
    'diagramas al día',
    'src/diagrams/redes/vista.mmd:1:1 src/diagrams/redes/vista.svg no corresponde a su fuente; ejecuta «npm run diagramas redes/vista» y confirma el SVG',
  ],
  'diagrama-sin-usar': [
    'ningún diagrama sin usar',
    'src/diagrams/redes/vista.mmd:1:1 ninguna página muestra el diagrama «redes/vista»; muéstralo con <Diagrama id="redes/vista" /> o bórralo',
  ],
  'dibujo-con-color': [
    'dibujos a mano, legibles',
    'src/diagrams/redes/cable.dibujo.svg:1:1 <text> lleva «fill»; quítalo: los colores, los trazos y las letras van en clases (d-caja, d-acento, d-tenue, d-marco, d-hoja, d-falla, d-hueco, d-linea, d-cable, d-corte, d-punta, d-discontinua, d-nota, d-fuerte, d-mono, d-rojo, d-rotulo), y los ids se ponen solos',
  ],
  'dibujo-sin-frases': [
    'cada viñeta, su frase',
    `${PAGE}:10:1 «redes/vista» no va por pasos y la página da 2 textos en «pasos»; quita «pasos» y usa «pie»`,
  ],
  'dibujo-con-pasos-raros': [
    'reglas de Markdown',
    `${PAGE}:10:1 «pasos» no es una lista de textos; escribe pasos={['…', '…']}, una frase para cada viñeta`,
  ],
  'dibujo-con-palabra-de-fuera': [
    'la lengua de la casa',
    'src/diagrams/redes/cable.dibujo.svg:1:1 «kernel» (lengua: palabras); escribe «núcleo»; tal cual, solo en código o en una salida',
  ],
  'dibujo-sin-usar': [
    'ningún diagrama sin usar',
    'src/diagrams/redes/cable.dibujo.svg:1:1 ninguna página muestra el diagrama «redes/cable»; muéstralo con <Diagrama id="redes/cable" /> o bórralo',
  ],
  'cubre-desconocido': [
    'ids de cobertura que existen',
    `${PAGE}:1:1 «cubre» nombra «S0-99», que no está en el inventario; corrige el id; los que hay, y qué es cada uno, están en docs/cobertura.md`,
  ],
  'proves-desconocido': [
    'ids de cobertura que existen',
    'tests/claims/redes/redes.ts:4:1 «proves» nombra «A-999», que no está en la tabla de afirmaciones; corrige el id; los que hay, y qué es cada uno, están en docs/cobertura.md',
  ],
  'item-sin-cubrir': [
    'temas terminados, cubiertos',
    'src/content/cobertura.json:1:1 el ítem «S0-01» es de un tema terminado (explicacion/dns) y ninguna página lo cubre; cuéntalo en la página que toque y añádelo a su «cubre»',
  ],
  'motor-ajeno': [
    'en tu motor, solo lo inofensivo',
    'examples/redes/dns/sesion.console:10:1 la sesión dice {en-tu-motor} y «docker rm web» nombra el contenedor «web», que no ha creado esta sesión; cambia la orden, o quita {en-tu-motor} del título: en el banco de pruebas se puede hacer todo',
  ],
  'mas-oculto-de-lo-debido': [
    'techos',
    'src/content/techos.json:1:1 no se compara el 100.0 % de lo grabado, y como mucho puede ser el 10 %; usa «salvo» o «entre» en lugar de «variable», o ajusta la regla que oculta de más; «npm run medir:oculto» dice qué oculta cada una',
  ],
  'minimos-viejos': [
    'mínimos',
    'src/content/minimos.json:1:1 hay 3 pasos y el mínimo se quedó en 2: ya no avisaría de que se pierden; ejecuta «npm run comprobar -- --fijar-minimos» y confirma el archivo; no hace falta en cada cambio',
  ],
  'menos-de-lo-debido': [
    'mínimos',
    'src/content/minimos.json:1:1 hay 1 ejemplos y debe haber al menos 2; si los quitaste a propósito, ejecuta «npm run comprobar -- --fijar-minimos»; si no, mira por qué no se encuentran',
  ],
  'palabra-de-fuera': [
    'la lengua de la casa',
    `${PAGE}:6:1 «kernel» (lengua: palabras); escribe «núcleo»; tal cual, solo en código o en una salida`,
  ],
};

describe('comprobaciones del contenido', () => {
  it('el proyecto correcto no tiene faltas', () => {
    expect(checkAll(readFixture()).map(formatProblem)).toEqual([]);
  });

  it.each(Object.entries(FAULTS))('%s se rechaza', (fault, [check, message]) => {
    const corpus = readFixture(fault);
    expect(CHECKS[check]?.(corpus).map(formatProblem)).toContain(message);
  });

  it('cada comprobación tiene una falta que debe rechazar, y cada falta se usa', () => {
    const tried = new Set(Object.values(FAULTS).map(([check]) => check));
    expect([...tried].sort()).toEqual(Object.keys(CHECKS).sort());
    const folders = readdirSync(join(import.meta.dirname, '../../fixtures/site'), { withFileTypes: true });
    const names = folders
      .filter((entry) => entry.isDirectory() && entry.name !== 'base')
      .map((entry) => entry.name);
    expect(names.sort()).toEqual(Object.keys(FAULTS).sort());
  });
});
