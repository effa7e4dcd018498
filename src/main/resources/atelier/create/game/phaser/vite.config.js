// Relative addresses, so that the build runs in any folder of any host.
export default { base: './', build: { chunkSizeWarningLimit: 2000 } };
