// First step of every npm script. It uses nothing but Node itself, and syntax that a very old Node can parse,
// so that whoever has one reads what to do instead of a stack trace.
var major = Number(process.versions.node.split('.')[0]);

if (major < 18) {
  console.error(
    'Tu Node es ' +
      process.version +
      ' y es demasiado antiguo incluso para prepararte uno más nuevo.\n' +
      'Instala Node 24 (o, al menos, Node 18 con su npm) y repite la orden. Con nvm: nvm install 24',
  );
  process.exit(1);
}

import('./setup/bootstrap.mjs').then((bootstrap) => bootstrap.main(process.argv.slice(2)));
