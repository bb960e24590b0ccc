<#-- What license-maven-plugin prints: one line for each library, in the order of their names. -->
soundcalc's programs and runtimes hold these libraries, unchanged:

<#list dependencyMap as e>
<#assign artifact = e.getKey()/>
<#assign licenses = e.getValue()/>
${artifact.groupId}:${artifact.artifactId} ${artifact.version}
  licence: <#list licenses as license>${license}<#sep>, </#list>
<#if artifact.url??>
  ${artifact.url}
</#if>

</#list>
