import type { EdgeProgramType } from 'sigma/rendering'
import { ColumnProgram, type Columns } from './column-program.ts'

/** Numbers an item: x and y of both ends, width, colour. */
export const EDGE_ITEM = 6

/** Straight edges: two triangles each, or, where there are very many, a line one pixel wide. */
export function createEdgeProgram(columns: Columns, thin: boolean): EdgeProgramType {
  class Edges extends ColumnProgram {
    get columns() {
      return columns
    }
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES, LINES } = WebGLRenderingContext
      return {
        VERTICES: thin ? 2 : 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: thin ? LINES : TRIANGLES,
        UNIFORMS: ['u_matrix', 'u_half', 'u_scale'] as const,
        ATTRIBUTES: [
          { name: 'a_start', size: 2, type: FLOAT },
          { name: 'a_end', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: thin ? ENDS : CORNERS,
      }
    }
  }
  return Edges as unknown as EdgeProgramType
}

// Along the edge from 0 to 1, and which side of it.
const ENDS = [
  [0, 0],
  [1, 0],
]
const CORNERS = [
  [0, -1],
  [1, -1],
  [0, 1],
  [0, 1],
  [1, -1],
  [1, 1],
]

const VERTEX = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_size;
attribute vec4 a_color;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_scale;
varying vec4 v_color;
varying float v_across;
varying float v_reach;
void main() {
  vec2 start = (u_matrix * vec3(a_start, 1)).xy;
  vec2 end = (u_matrix * vec3(a_end, 1)).xy;
  vec2 along = (end - start) * u_half;
  vec2 normal = vec2(-along.y, along.x) / max(length(along), 0.001);
  v_reach = 0.5 * max(a_size * u_scale, 1.0);
  v_across = a_corner.y * (v_reach + 0.5);
  gl_Position = vec4(mix(start, end, a_corner.x) + normal * v_across / u_half, 0, 1);
  v_color = a_color * 255.0 / 254.0;
}
`

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_across;
varying float v_reach;
void main(void) {
  gl_FragColor = v_color * clamp(v_reach + 0.5 - abs(v_across), 0.0, 1.0);
}
`
