<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16-Białowieża">
  <renderer-v2 symbollevels="0" referencescale="-1" forceraster="0" enableorderby="0" type="singleSymbol">
    <symbols>
      <symbol name="0" force_rhr="0" clip_to_extent="1" type="fill" alpha="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleFill" pass="0" locked="0" enabled="1">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="120,126,133,60" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="74,88,98,255" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.2" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="style" value="solid" type="QString"/>
          </Option>
          <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
          <prop v="120,126,133,60" k="color"/>
          <prop v="bevel" k="joinstyle"/>
          <prop v="0,0" k="offset"/>
          <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
          <prop v="MM" k="offset_unit"/>
          <prop v="74,88,98,255" k="outline_color"/>
          <prop v="solid" k="outline_style"/>
          <prop v="0.2" k="outline_width"/>
          <prop v="MM" k="outline_width_unit"/>
          <prop v="solid" k="style"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="fillColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="if(&quot;score&quot; IS NULL OR &quot;state&quot; IN ('unlabelled', 'queried') AND coalesce(&quot;round_scored&quot;, -1) &lt;> coalesce(to_int(@alcd_scored_round), -1), color_rgba(120, 126, 133, 30), set_color_part(ramp_color('Magma', with_variable('low', if(@alcd_lowest_score IS NULL, minimum(&quot;score&quot;), to_real(@alcd_lowest_score)), with_variable('high', if(@alcd_highest_score IS NULL, maximum(&quot;score&quot;), to_real(@alcd_highest_score)), if(@high > @low, scale_linear(&quot;score&quot;, @low, @high, 0.15, 0.95), 0.6)))), 'alpha', if(bounds_width($geometry) / @map_extent_width &lt; 0.08, 190, 0)))" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="if(&quot;score&quot; IS NULL OR &quot;state&quot; IN ('unlabelled', 'queried') AND coalesce(&quot;round_scored&quot;, -1) &lt;> coalesce(to_int(@alcd_scored_round), -1), color_rgba(120, 126, 133, 90), set_color_part(ramp_color('Magma', with_variable('low', if(@alcd_lowest_score IS NULL, minimum(&quot;score&quot;), to_real(@alcd_lowest_score)), with_variable('high', if(@alcd_highest_score IS NULL, maximum(&quot;score&quot;), to_real(@alcd_highest_score)), if(@high > @low, scale_linear(&quot;score&quot;, @low, @high, 0.15, 0.95), 0.6)))), 'alpha', 255))" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <rotation/>
    <sizescale/>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerGeometryType>2</layerGeometryType>
</qgis>
