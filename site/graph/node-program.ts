import type { NodeProgramType, ProgramInfo } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'
import { ColumnProgram, type Columns } from './column-program.ts'
import { SHAPE_DISTANCE } from './shapes.ts'

/** Numbers an item: x, y, size, shape, colour. */
export const NODE_ITEM = 5

/** Columns, and the colour of what is behind the graph, from 0 to 1. */
export interface NodeColumns extends Columns {
  paper: readonly [number, number, number]
}

/**
 * Nodes in the shape of their category with a thin rim in the colour of the page, so that neighbours stay apart. One
 * triangle a node, as Sigma's circles are.
 */
export function createNodeProgram(columns: NodeColumns): NodeProgramType {
  class NodeShapes extends ColumnProgram {
    get columns() {
      return columns
    }
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
      const third = (2 * Math.PI) / 3
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS: ['u_matrix', 'u_half', 'u_scale', 'u_paper'] as const,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [third], [2 * third]],
      }
    }
    override setUniforms(params: RenderParams, program: ProgramInfo) {
      super.setUniforms(params, program)
      program.gl.uniform3fv(program.uniformLocations.u_paper as WebGLUniformLocation, columns.paper)
    }
  }
  return NodeShapes as unknown as NodeProgramType
}

/** Sigma has a layer of its own for nodes that are pointed at; here they are drawn above all layers. */
class NoProgram {
  drawLabel = undefined
  drawHover = undefined
  process(): void {}
  reallocate(): void {}
  render(): void {}
  kill(): void {}
}
export const NoNodeProgram = NoProgram as unknown as NodeProgramType

const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_scale;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
void main() {
  v_radius = a_size * u_scale;
  // Room for shapes that reach beyond their radius, and for the rim.
  v_offset = 2.0 * (1.35 * v_radius + 2.0) * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy + v_offset / u_half, 0, 1);
  v_shape = a_shape;
  v_color = a_color * 255.0 / 254.0;
}
`

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
uniform vec3 u_paper;
${SHAPE_DISTANCE}
void main(void) {
  float d = shapeDistance(v_offset / v_radius, v_shape) * v_radius;
  float fill = 1.0 - smoothstep(-0.5, 0.5, d);
  float rim = 1.0 - smoothstep(0.5, 1.8, d);
  gl_FragColor = vec4(mix(u_paper, v_color.rgb, fill) * rim, rim);
}
`
