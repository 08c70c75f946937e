import type { Attributes } from 'graphology-types'
import { NodeProgram, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { SHAPE_DISTANCE } from './shapes.ts'

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_paper'] as const

/** Colour of what is behind the graph, as the shader takes it; set with the theme. */
export const paper = { rgb: [1, 1, 1] as [number, number, number] }

/**
 * Nodes in the shape of their category (attribute `shape`) with a thin rim in the colour of the page, so that neighbours
 * stay apart. One triangle a node, as Sigma's circles are.
 */
export class NodeShapeProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
  G extends Attributes = Attributes,
> extends NodeProgram<(typeof UNIFORMS)[number], N, E, G> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
    const third = (2 * Math.PI) / 3
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [third], [2 * third]],
    }
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData) {
    const { array } = this
    array[start] = data.x
    array[start + 1] = data.y
    array[start + 2] = data.size
    array[start + 3] = (data as NodeDisplayData & { shape: number }).shape
    array[start + 4] = floatColor(data.color)
    array[start + 5] = nodeIndex
  }

  setUniforms({ sizeRatio, correctionRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    gl.uniform1f(uniformLocations.u_sizeRatio as WebGLUniformLocation, sizeRatio)
    gl.uniform1f(uniformLocations.u_correctionRatio as WebGLUniformLocation, correctionRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix as WebGLUniformLocation, false, matrix)
    if (uniformLocations.u_paper) gl.uniform3fv(uniformLocations.u_paper, paper.rgb)
  }
}

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_blur;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  // Room for shapes that reach beyond their radius, and for the rim.
  vec2 offset = size * 1.7 * vec2(cos(a_angle), sin(a_angle));
  vec2 position = a_position + offset;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  v_offset = offset;
  v_radius = size / 2.0;
  v_blur = u_correctionRatio;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_blur;
varying float v_shape;
uniform vec3 u_paper;
${SHAPE_DISTANCE}
void main(void) {
  float d = shapeDistance(v_offset / v_radius, v_shape) * v_radius;
  #ifdef PICKING_MODE
  // Holes and rims answer to the pointer too.
  if (length(v_offset) > v_radius * 1.2 + 2.0 * v_blur) discard;
  gl_FragColor = v_color;
  #else
  float pixel = 2.0 * v_blur;
  float fill = 1.0 - smoothstep(-0.5 * pixel, 0.5 * pixel, d);
  float rim = 1.0 - smoothstep(0.5 * pixel, 1.8 * pixel, d);
  vec3 color = mix(u_paper, v_color.rgb, fill);
  gl_FragColor = vec4(color * rim, rim);
  #endif
}
`
