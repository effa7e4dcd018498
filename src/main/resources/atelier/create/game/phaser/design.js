export default %DESIGN%;
