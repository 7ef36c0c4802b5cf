const ms = require('ms');

console.log('Dos días son', ms('2 days'), 'milisegundos');
