import module from 'node:module';

module.enableCompileCache();
const { loadModel } = await import('@hearsay/reader/model/load-model');
const start = performance.now();
loadModel();
console.log(performance.now() - start);
