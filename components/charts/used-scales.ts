/**
 * The scales that our charts use: categories and numbers. The chart library looks scales up by their name in all of
 * d3-scale, so that no build can leave out those for times, colours and quantiles; `next.config.ts` gives it these.
 * A chart that asks for another one by name draws as if it had asked for points: add it here first.
 */
export { scaleBand, scaleLinear, scalePoint } from "d3-scale";
